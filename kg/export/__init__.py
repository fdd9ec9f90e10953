"""What leaves kg: Turtle, a page to explore, the ontology and its shapes."""
