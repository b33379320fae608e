"""Matinee's own themes: `house lights`, warm and dark, and `paper`, light."""

from textual.theme import Theme

HOUSE_LIGHTS = Theme(
    name="house-lights",
    dark=True,
    primary="#e0a458",
    secondary="#8fb8c9",
    accent="#f2c879",
    warning="#f0a35e",
    error="#f2794a",
    success="#93c9e8",
    foreground="#ece3d4",
    background="#191512",
    surface="#211c18",
    panel="#2c2520",
    variables={
        "block-cursor-background": "#4a3a28",
        "block-cursor-foreground": "#fff6e6",
        "block-cursor-blurred-background": "#342b23",
        "footer-key-foreground": "#f2c879",
        "text-quiet": "#a3978a",
    },
)
PAPER = Theme(
    name="paper",
    dark=False,
    primary="#8a4b08",
    secondary="#2f6f93",
    accent="#8a4b08",
    warning="#a8540a",
    error="#b23a12",
    success="#0b5cad",
    foreground="#2a2420",
    background="#faf6ee",
    surface="#f3ecdf",
    panel="#e8dfcd",
    variables={
        "block-cursor-background": "#f0d9a8",
        "block-cursor-foreground": "#1d1813",
        "block-cursor-blurred-background": "#ebe1cb",
        "footer-key-foreground": "#8a4b08",
        "text-quiet": "#6f6558",
    },
)
THEMES = (HOUSE_LIGHTS, PAPER)
OTHERWISE = {"text-quiet": "auto 65%"}
"""What our style sheets name and another theme does not know."""
