"""The trained coder: what, if anything, one marked actor does to another in a sentence.

    judge(passages) → [Judgement]

Two unlike models look at the same passage: a linear one over n-grams with the actors masked and over the words between them in the
parse (`features`, `linear`), and a small encoder that sees the actors between markers (`marking`, `encoder`). Where they agree
they are usually right: their agreement, calibrated on sentences neither was trained on, is the confidence (`judgement`). The
weights are made by `make train` from `training/`, and are checked against their manifest when they are loaded (`weights`).
"""

from detente.coding.classifier.judgement import Judgement, judge
from detente.coding.classifier.passage import Passage, passage
from detente.coding.classifier.weights import card

__all__ = ["Judgement", "Passage", "card", "judge", "passage"]
