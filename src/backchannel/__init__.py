"""Read who conveyed what to whom, through which channel, on whose word."""
