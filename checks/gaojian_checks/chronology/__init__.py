"""ANA: statements that the fact tables contradict."""
