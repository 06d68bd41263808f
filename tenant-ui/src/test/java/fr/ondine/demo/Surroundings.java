package fr.ondine.demo;

import java.net.URI;

/** What the demonstration puts around the application. */
record Surroundings(DemoSettings settings, DemoState state, DataFiles files, MailFolder mails, URI stripe) {

    static final String NAME = "surroundings";
}
