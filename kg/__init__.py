"""kg: news on Vietnam's party and state organisation in, a knowledge graph with its evidence out.

The listing of this package is its data flow:

    articles   files, HTML pages and JSON Lines  -> Article (text as read, language, URL, publisher, date)
    text       Article                           -> Sentence (a span of the text, and what kind of line it stands in)
    mentions   Sentence                          -> Mention (people, titles, bodies, places, dates, amounts, documents)
    facts      Sentence and its mentions         -> Fact (one module per fact type, each with its rules)
    resolve    Facts of all articles             -> Facts about one node per thing
    graph      Facts                             -> RDF triples, one Turtle file, checked against the shapes; and back
    queries    Graph                             -> rows of a saved SPARQL query
    views      Graph                             -> a network page
    exports    Graph                             -> the formats of other tools

`pipeline` chains the steps, `model` holds every domain type, `lexicon` reads the language data in `lang/`, `names`
knows how people and places are called. `evaluation` holds a graph against what careful readers found.
"""
