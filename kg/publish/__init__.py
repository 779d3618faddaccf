"""A graph file into a SPARQL store, as named graphs, in parts, over HTTP.

    parts    graph file      -> Named (graph name, digest, triples), one in all or one for each article
    client   requests        -> answers, with authentication, and with one clear line for what goes wrong
    stores   client          -> a store by the Graph Store Protocol, or by SPARQL Update
    send     Named, store    -> the store holds them, counted

What is done is recorded in the store itself, in a small graph of its own, and asked from it: a run that was interrupted
goes on where it ended, from any machine, and what is unchanged is not sent again.
"""
