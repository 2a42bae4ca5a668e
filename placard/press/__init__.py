"""Paper: signs, posters and handbooks as PDF."""
