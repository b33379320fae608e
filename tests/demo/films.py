"""The invented films every sample critic must agree on: title, year, director, audience rating."""

FILMS: dict[str, tuple[int, str, str]] = {
    "The Second Foghorn": (2025, "Ilse Marrow", "PG"),
    "Paper Orchard": (2026, "Teo Valdrine", "PG-13"),
    "[Static]": (2026, "Mo Okonjo-Price", "R"),
    "Nine Kilometres of Rain": (2025, "Liselotte Grau", "PG"),
    "Salt Cathedral": (2026, "Rafe Quillon", "PG"),
    "Motherboard": (2026, "Hana Teshima", "PG-13"),
    "The Understudy’s Ghost": (2025, "Percival Ngata", "PG"),
    "Half Past Forever": (2026, "Salome Wick", "PG-13"),
    "Kestrel Down": (2025, "Conrad Bayle", "R"),
    "A Small Fire in Winter": (2026, "Yelena Vasko", "Not Rated"),
    "Goblin Tax": (2026, "Fenella Cobb", "G"),
    "The Cartographer’s Wife": (2025, "Aurelio Sant", "R"),
    "Night Bus to Lumen": (2026, "Jax Pereira", "R"),
    "雨傘の季節 (Umbrella Season)": (2026, "Aoi Minase", "PG"),
}
