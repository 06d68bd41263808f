package fr.ondine.demo.data;

import java.util.List;
import java.util.stream.Stream;

/** The dossiers of a utility that are being written. */
record Dossiers(DemoUtility utility, List<Dossier> all) {

    static Dossiers of(DossierBook book) {
        return new Dossiers(book.utility(), book.dossiers().toList());
    }

    static Dossiers firstOf(DossierBook book) {
        return new Dossiers(book.utility(), book.firstDossiers().toList());
    }

    Stream<Dossier> dossiers() {
        return all.stream();
    }
}
