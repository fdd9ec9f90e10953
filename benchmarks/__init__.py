"""Measurements of the whole program: quality against annotated articles, competency questions, speed."""
