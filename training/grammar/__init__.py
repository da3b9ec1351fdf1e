"""A grammar of news sentences labelled with PLOVER types, for training an event coder.

Acts, actors, fillings and the ways of telling stand in tables beside the code; `corpus.build` mixes them. The same seed always
gives the same sentences.
"""
