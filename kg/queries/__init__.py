"""Saved queries: SPARQL files of `queries/` that say in `#+` lines what they answer, bound, run and laid out.

    saved      queries/NAME.rq                  -> SavedQuery (summary, parameters, columns)
    bind       SavedQuery, values               -> SPARQL with the values as RDF terms
    run        SPARQL, graph                    -> Rows, or triples of a CONSTRUCT
    why        Rows                             -> the quotes behind each row
    layout     Rows                             -> table, CSV, TSV, Markdown, JSON, Turtle
    own        SPARQL that a user wrote         -> its answer, in a process that can be stopped
    checks     queries that must return nothing -> offenders
    lookup     any spelling of a name           -> the nodes that bear it
    portrait   a node                           -> its facts in words, with their quotes
    search     words                            -> nodes and passages with them

`ask` chains the steps for `kg query`; `search` and `portrait` serve `kg find` and `kg show`.
"""
