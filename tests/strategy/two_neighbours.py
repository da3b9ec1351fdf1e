"""Three short articles, written for these tests, on neighbours of three regions."""

from __future__ import annotations

ALGIERS = """Algiers and Rabat count the cost of a broken line

ALGIERS, 4 November 2021 - Algeria severed diplomatic relations with Morocco in August, and the two have not spoken since.

Algeria supports a referendum in Western Sahara. Morocco rejects the referendum and insists on its sovereignty over the territory, and the \
kingdom's diplomats say that autonomy is the most they will ever offer.

On Sunday Algeria closed the pipeline that carried its gas through Morocco to Spain. Madrid wants to keep the pipeline open. \
Algeria had already closed its airspace to Moroccan planes in September.

The Algerian-backed Polisario fighters shelled a berm in the east of the territory on Tuesday. Morocco bombed the Polisario \
fighters in return, officials said.
"""

DHAKA = """Dhaka asks for its share of the Teesta

DHAKA, 9 July 2019 - Bangladesh wants a treaty on the waters of the Teesta before the next dry season, its foreign minister said.

India agreed to share the river in 2011 and never signed. Bangladesh fears the diversion of the river by a new dam.

India is fencing the border and refuses to take back the migrants whom it calls illegal. Bangladesh demands the return of the \
Rohingya refugees to Myanmar, and Dhaka urged India to support the return of the refugees. India has sold patrol boats to Bangladesh.
"""

NAIROBI = """Kenya turns its back on the court

NAIROBI, 14 October 2021 - Kenya rejected the ruling of the International Court of Justice that gave Somalia most of the disputed sea.

Somalia welcomed the ruling. Nairobi is unwilling to withdraw its troops from Somalia, where they fight al-Shabaab, and Kenyan \
officials said that the president opposes the return of the refugees from Dadaab before there is peace.

Somalia wants Kenya to stop supporting the militias in Jubaland. Kenya backs the militias as a buffer. Both promised to reopen \
their embassies.
"""

ARTICLES = {"algiers": ALGIERS, "dhaka": DHAKA, "nairobi": NAIROBI}
