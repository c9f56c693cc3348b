"""A case in the browser: pages that work without scripts and ask nobody else."""
