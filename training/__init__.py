"""Recipes that made the shipped weights; never imported by `kg`."""
