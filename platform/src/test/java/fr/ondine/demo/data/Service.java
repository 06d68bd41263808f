package fr.ondine.demo.data;

/** What an agreement is about, in the words of the import file. */
enum Service {
    WATER("eau"),
    SEWERAGE("assainissement");

    private final String word;

    Service(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
