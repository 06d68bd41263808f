package fr.ondine.platform.runs;

import java.util.List;

/**
 * Which agreements a run is for, as a list has room for it.
 *
 * @param some the first of them
 * @param count how many there are
 */
public record RunPerimeter(Perimeter.Kind kind, List<String> some, int count) {

    public RunPerimeter {
        some = List.copyOf(some);
    }
}
