package fr.ondine.tenantconfig;

import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

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
        try {
            return new Compose(SETTINGS)
                    .composeString(yaml)
                    .orElseThrow(() -> new InvalidConfiguration(List.of(new Refusal("", 1, "blank", List.of()))));
        } catch (MarkedYamlEngineException notYaml) {
            int line = notYaml.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new InvalidConfiguration(List.of(new Refusal("", line, "not-yaml", List.of(notYaml.getProblem()))));
        }
    }
}
