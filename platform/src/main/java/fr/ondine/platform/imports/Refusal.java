package fr.ondine.platform.imports;

/** Why a file set was not taken in, at the place to correct; line 0 and an empty column mean the file as a whole. */
public record Refusal(String file, long line, String column, String value, String reason) {

    @Override
    public String toString() {
        var place = new StringBuilder(file);
        if (line > 0) {
            place.append(", ligne ").append(line);
        }
        if (!column.isEmpty()) {
            place.append(", colonne ").append(column);
        }
        if (!value.isEmpty()) {
            place.append(", « ").append(value).append(" »");
        }
        return place.append(" : ").append(reason).toString();
    }
}
