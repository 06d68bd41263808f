package fr.ondine.ui.shell;

import fr.ondine.tenantconfig.TenantConfig;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The few files that make the one design look like a utility's own; computed once per configuration. */
@Component
class Branding {

    private final Map<TenantConfig, BrandFiles> known = new ConcurrentHashMap<>();

    BrandFiles of(TenantConfig utility) {
        var files = known.get(utility);
        if (files == null) {
            files = BrandFiles.of(utility);
            known.keySet().removeIf(before -> before.slug().equals(utility.slug()));
            known.put(utility, files);
        }
        return files;
    }
}
