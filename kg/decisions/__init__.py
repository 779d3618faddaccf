"""People's decisions win: who is the same, who is not, and what is wrong and stays out of the graph."""
