"""Labelled documents to signals: readable rules over the evidence of the model."""
