"""A graph file as a read-only SPARQL endpoint on this machine, with a page to ask it from.

    endpoint   graph file            -> Oxigraph's server on its index, on a port of its own
    page       the saved queries     -> the files of the page: HTML, script, style, the queries
    front      requests from outside -> the page's files, or what Oxigraph answers

The SPARQL 1.1 Protocol is Oxigraph's. `front` stands before it because a browser asks any address that any web page
names: it answers this machine's own programs and the page it serves, and keeps other web pages out.
"""
