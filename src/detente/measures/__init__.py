"""Rows to numbers: how warm a relation looks, how warm it is in deeds, which way it moves, and what the corpus does not see.

    dyads     which events lie between two states, and how much of an actor is the state
    periods   calendar months and years, and an event's share of their days
    interval  the interval of a warmth: Jeffreys' beta and a bootstrap over documents
    series    displayed and substance by month (decayed) and by calendar year (not decayed)
    trend     better, worse, unchanged or not known, with the events that are the reason
    coverage  undated events, single sources, empty months, undated documents
    turning_points  months in which the level shifts, and months that stand out, with the events that carry them

And beside events, from positions, votes and ties:

    alignment   how close two actors' positions lie, with the bounds that unreported issues allow
    votes       agreement in the UN General Assembly by calendar year
    similarity  Signorino and Ritter's S, the distance of ideal points
    balance     signed triads and the frustration of a network
    triangular  draws of a value known as low, mode and high

Every function here is a pure function of its rows; a number of events always lists the rows it came from.
"""
