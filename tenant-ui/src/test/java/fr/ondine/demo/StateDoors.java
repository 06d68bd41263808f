package fr.ondine.demo;

import java.net.URI;

/** Where the simulated FranceConnect and ProConnect are. */
record StateDoors(URI franceConnect, URI proConnect) {}
