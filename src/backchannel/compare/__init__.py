"""Many documents in; exchanges with their accounts, links and verdicts out."""
