"""Builds the model that the package ships; torch only here."""
