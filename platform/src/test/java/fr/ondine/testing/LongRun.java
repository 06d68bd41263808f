package fr.ondine.testing;

/** Tells a run of every kind of test from one of every count: the latter does more of the same. */
public final class LongRun {

    private LongRun() {}

    public static boolean isAsked() {
        return !"long".equals(System.getProperty("tests.excluded"));
    }
}
