//! What generated rows say: names, titles, streets and numbers that look real and belong to nobody. Which field gets
//! which of them is said in `generate`.

/// First names, common in Sweden.
pub(super) const FIRST_NAMES: &[&str] = &[
    "Anna",
    "Maria",
    "Elisabeth",
    "Eva",
    "Kristina",
    "Birgitta",
    "Karin",
    "Åsa",
    "Ebba",
    "Märta",
    "Linnéa",
    "Ingrid",
    "Sofia",
    "Emma",
    "Hanna",
    "Zahra",
    "Fatima",
    "Aino",
    "Zoë",
    "Josefin",
    "Lars",
    "Mikael",
    "Anders",
    "Erik",
    "Johan",
    "Per",
    "Olof",
    "Nils",
    "Göran",
    "Björn",
    "Håkan",
    "Sören",
    "Åke",
    "Jörgen",
    "Mohammed",
    "Ahmad",
    "Elias",
    "Oskar",
    "André",
    "Bo",
];

/// Last names, common in Sweden.
pub(super) const LAST_NAMES: &[&str] = &[
    "Andersson",
    "Johansson",
    "Karlsson",
    "Nilsson",
    "Eriksson",
    "Larsson",
    "Olsson",
    "Persson",
    "Svensson",
    "Gustafsson",
    "Lindström",
    "Lindqvist",
    "Sjöberg",
    "Åberg",
    "Öberg",
    "Ekström",
    "Håkansson",
    "Björk",
    "Sandström",
    "Lundgren",
    "Bergqvist",
    "Nyström",
    "Holmgren",
    "Söderberg",
    "Wikström",
    "Ek",
    "Hellström",
    "Åkesson",
    "Löfgren",
    "von Essen",
    "Ali",
    "Hassan",
    "Virtanen",
    "Nguyễn",
    "O'Brien",
    "Strömberg-Ek",
    "Norén",
    "Wallin",
    "Hägg",
    "Frid",
];

/// What people do at companies that own or rent houses.
pub(super) const TITLES: &[&str] = &[
    "Förvaltare",
    "Fastighetsskötare",
    "Ekonom",
    "Fastighetschef",
    "Uthyrare",
    "Driftchef",
    "Verkställande direktör",
    "Redovisningsansvarig",
    "Jurist",
    "Kundansvarig",
    "Projektledare",
    "Butikschef",
    "Inköpare",
    "Kontorschef",
    "Styrelseordförande",
];

/// What follows the owner's name in a firm's.
pub(super) const TRADES: &[&str] =
    &["Bygg", "Måleri", "Fastigheter", "Redovisning", "Städ", "Bageri", "Trädgård", "El", "Konsult", "Åkeri"];

/// Streets that many towns have.
pub(super) const STREETS: &[&str] = &[
    "Storgatan",
    "Kungsgatan",
    "Drottninggatan",
    "Skolgatan",
    "Järnvägsgatan",
    "Björkvägen",
    "Ängsvägen",
    "Kyrkogatan",
    "Hamngatan",
    "Östra Långgatan",
];

/// Towns.
pub(super) const TOWNS: &[&str] =
    &["Lund", "Umeå", "Göteborg", "Växjö", "Örebro", "Malmö", "Östersund", "Uppsala", "Ystad", "Mora"];

/// Places that things are called after.
pub(super) const PLACES: &[&str] = &[
    "Norra hamnen",
    "Ängen",
    "Björkbacken",
    "Kvarteret Örnen",
    "Centrum",
    "Södra parken",
    "Ekhagen",
    "Västra stranden",
    "Åkanten",
    "Slottsvakten",
];

/// Where mail goes nowhere: names kept for examples.
pub(super) const MAIL_DOMAINS: &[&str] = &["example.com", "example.se"];

/// The numbers that the Swedish Post and Telecom Authority keeps for books and films: all but the last two digits, and
/// the least that these may be.
pub(super) const PHONES: &[(&str, u32)] =
    &[("+467017406", 5), ("+468465004", 0), ("+463139006", 0), ("+464062804", 0), ("+469803192", 0)];
