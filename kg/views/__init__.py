"""Network pages: a view selects nodes and links from the graph, and one page shows any selection.

    catalogue   selections/NAME.rq       -> View (name, summary, query): a new view is a new file there
    network     Graph and View           -> networkx graph: nodes and links with the facts that state them
    evidence    facts, passages          -> what the details panel shows: properties in words, quotes, articles
    layout      networkx graph           -> positions, the same on every machine
    page        networkx graph           -> one HTML file that needs no network; the only module that imports pyvis
    write       graph file, view name    -> pages on disk

How things look and are called is in `kinds.toml`, the page's own markup, style and script in `template/`.
"""
