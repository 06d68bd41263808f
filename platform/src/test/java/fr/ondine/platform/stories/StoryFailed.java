package fr.ondine.platform.stories;

/** Something does not hold. */
final class StoryFailed extends AssertionError {

    private static final long serialVersionUID = 1;

    private final String rule;

    StoryFailed(String rule, String what) {
        super(rule + ": " + what);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
