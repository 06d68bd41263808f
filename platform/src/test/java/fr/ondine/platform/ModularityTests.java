package fr.ondine.platform;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void each_module_uses_only_the_modules_it_declares_and_only_their_public_types() {
        ApplicationModules.of(PlatformConfiguration.class).verify();
    }
}
