package fr.ondine.simulators.stripe;

/** What goes back to the caller: a status and a JSON text. */
record Answer(int status, String body) {}
