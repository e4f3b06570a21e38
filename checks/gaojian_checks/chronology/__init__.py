"""ANA: 史实 · statements that the fact tables contradict."""
