"""Network pages: a view selects things and links from the graph, and one page shows any selection.

    catalogue   selections/NAME.rq         -> View (name, query, values): a new view is a new file there
    rows        Graph and View             -> Row (source, relation, target, fact) of a selection or a saved query
    network     Rows                       -> networkx graph: things and links with the facts that state them
    facets      networkx graph             -> places, levels, roles and document types to filter by
    evidence    facts, passages            -> what the details panel shows: properties in words, quotes, articles
    layout      networkx graph             -> positions, the same on every machine
    regions     positions, facets          -> a big network level by level: provinces, then what belongs to one
    content     network, positions         -> the page's data, every text once
    page        content                    -> one HTML file that needs no network; the only module that imports pyvis
    card        network, positions         -> what an index says of a page: title, counts, a small picture
    index       folder of pages            -> one page that links them all
    write       graph file, view           -> pages on disk

How things look is in `kinds.toml`, what pages say in five languages in `words.toml`, the pages' own markup, style and
scripts in `template/`: small files, each with one purpose, put into the page in the order of kg.views.page.SCRIPTS.
"""
