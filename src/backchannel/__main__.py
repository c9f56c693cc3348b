"""`python -m backchannel`: the command, where the script is not on the PATH."""

from backchannel.cli import main

if __name__ == "__main__":
    main()
