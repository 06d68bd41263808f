package fr.ondine.platform.imports;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row that breaks a rule.
 *
 * @param quoted the fields that are wrong; the first says where to correct
 * @param arguments what fills the sentence; a {@link Cell} stands for what the file has there
 */
record Breach(List<Cell> quoted, String reason, List<Object> arguments) {

    Stream<Cell> cells() {
        return Stream.concat(
                quoted.stream(),
                arguments.stream().filter(Cell.class::isInstance).map(Cell.class::cast));
    }

    void tell(Map<Cell, String> fields, Refusals refusals) {
        var place = quoted.getFirst();
        var value = quoted.stream().map(fields::get).collect(Collectors.joining(" / "));
        var said = arguments.stream().map(argument -> argument instanceof Cell cell ? fields.get(cell) : argument);
        refusals.add(place.file(), place.line(), place.column(), value, new Refused(reason, said.toArray()));
    }
}
