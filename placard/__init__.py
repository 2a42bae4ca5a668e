"""Placard: privacy notices, signs and staff handbooks from one description of a venue."""

__version__ = "0.1.0"
