"""The graph in other formats: one module for each family, `registry` lists them, `write` puts them on disk."""
