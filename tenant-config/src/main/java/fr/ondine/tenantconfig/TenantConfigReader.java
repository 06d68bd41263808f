package fr.ondine.tenantconfig;

import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads a utility's configuration from YAML, or says everything that is wrong with it. */
public final class TenantConfigReader {

    private static final int LONGEST = 200_000;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setLabel("configuration")
            .setUseMarks(true)
            .setCodePointLimit(LONGEST)
            .build();

    private TenantConfigReader() {}

    public static TenantConfig read(String yaml) {
        var binder = new Binder();
        var config = binder.bind(TenantConfig.class, parsed(yaml));
        if (config == null || !binder.refusals().isEmpty()) {
            throw new InvalidConfiguration(binder.refusals());
        }
        return config;
    }

    static Node parsed(String yaml) {
        refuseUnreadable(yaml);
        try {
            return new Compose(SETTINGS).composeString(yaml).orElseThrow(() -> refused(1, "blank"));
        } catch (MarkedYamlEngineException notYaml) {
            int line = notYaml.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw refused(line, "not-yaml", notYaml.getProblem());
        } catch (YamlEngineException notYaml) {
            throw refused(1, "not-yaml", String.valueOf(notYaml.getMessage()));
        }
    }

    /** What the parser refuses without saying where. */
    private static void refuseUnreadable(String yaml) {
        if (yaml.codePointCount(0, yaml.length()) > LONGEST) {
            throw refused(1, "too-long", LONGEST);
        }
        var lines = yaml.split("\n", -1);
        for (var line = 0; line < lines.length; line++) {
            refuseUnprintable(line + 1, lines[line]);
        }
    }

    private static void refuseUnprintable(int line, String text) {
        text.codePoints()
                .filter(character -> !StreamReader.isPrintable(character))
                .findFirst()
                .ifPresent(character -> {
                    throw refused(line, "unprintable", "U+%04X".formatted(character));
                });
    }

    private static InvalidConfiguration refused(int line, String code, Object... values) {
        return new InvalidConfiguration(List.of(new Refusal("", line, code, List.of(values))));
    }
}
