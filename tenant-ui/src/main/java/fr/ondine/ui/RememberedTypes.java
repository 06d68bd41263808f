package fr.ondine.ui;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;

/**
 * Beans, and who of them has which type: asked for a generic one, Spring looks at every bean each time, and its security
 * asks a score of such questions for each chain of filters.
 */
final class RememberedTypes extends DefaultListableBeanFactory {

    private final Map<Asked, String[]> known = new ConcurrentHashMap<>();

    private record Asked(ResolvableType type, boolean everyScope, boolean eager) {}

    @Override
    public String[] getBeanNamesForType(ResolvableType type) {
        return getBeanNamesForType(type, true, true);
    }

    @Override
    public String[] getBeanNamesForType(ResolvableType type, boolean everyScope, boolean eager) {
        if (!type.hasGenerics() || !isConfigurationFrozen()) {
            return super.getBeanNamesForType(type, everyScope, eager); // which remembers these itself
        }
        var asked = new Asked(type, everyScope, eager);
        var names = known.get(asked);
        if (names == null) {
            names = super.getBeanNamesForType(type, everyScope, eager);
            known.put(asked, names);
        }
        return names.clone();
    }

    /** A bean that is there may be more than was told of it before. */
    @Override
    protected void addSingleton(String name, Object bean) {
        super.addSingleton(name, bean);
        known.keySet().removeIf(asked -> asked.type().toClass().isInstance(bean));
    }

    @Override
    public void registerBeanDefinition(String name, BeanDefinition definition) {
        super.registerBeanDefinition(name, definition);
        known.clear();
    }

    @Override
    public void removeBeanDefinition(String name) {
        super.removeBeanDefinition(name);
        known.clear();
    }

    @Override
    public void destroySingleton(String name) {
        super.destroySingleton(name);
        known.clear();
    }

    @Override
    public void destroySingletons() {
        super.destroySingletons();
        known.clear();
    }
}
