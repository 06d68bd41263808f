package fr.ondine.ui;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

/**
 * Beans, and who of them has which type: asked for a generic one, Spring looks at every bean each time, and its security
 * asks a score of such questions for each chain of filters. And it looks long: what the build wrote down says of most beans
 * what they are, which is enough to know what they are not.
 */
final class RememberedTypes extends DefaultListableBeanFactory {

    private final Map<Asked, String[]> known = new ConcurrentHashMap<>();

    /** Of beans that are no factories: as it was written down, and once one is there, as it is. */
    private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();

    private record Asked(ResolvableType type, boolean everyScope, boolean eager) {}

    @Override
    public void freezeConfiguration() {
        super.freezeConfiguration();
        for (var name : getBeanDefinitionNames()) {
            var type = writtenType(name);
            if (type != null) {
                classes.put(name, type);
            }
        }
    }

    private @Nullable Class<?> writtenType(String name) {
        if (!(getMergedBeanDefinition(name) instanceof RootBeanDefinition definition)
                || definition.getInstanceSupplier() == null
                || definition.getDecoratedDefinition() != null
                || containsSingleton(name)) {
            return null;
        }
        var told = definition.getTargetType();
        var type = told == null && definition.hasBeanClass() ? definition.getBeanClass() : told;
        return type == null || FactoryBean.class.isAssignableFrom(type) ? null : type;
    }

    @Override
    protected boolean isTypeMatch(String name, ResolvableType type, boolean factoriesMayBeMade) {
        var own = classes.get(name);
        return (own == null || type.toClass().isAssignableFrom(own))
                && super.isTypeMatch(name, type, factoriesMayBeMade);
    }

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
        if (bean instanceof FactoryBean) {
            classes.remove(name);
        } else {
            classes.computeIfPresent(name, (same, before) -> bean.getClass());
        }
        super.addSingleton(name, bean);
        known.keySet().removeIf(asked -> asked.type().toClass().isInstance(bean));
    }

    @Override
    public void registerBeanDefinition(String name, BeanDefinition definition) {
        super.registerBeanDefinition(name, definition);
        classes.remove(name);
        known.clear();
    }

    @Override
    public void removeBeanDefinition(String name) {
        super.removeBeanDefinition(name);
        classes.remove(name);
        known.clear();
    }

    @Override
    public void destroySingleton(String name) {
        classes.remove(name);
        super.destroySingleton(name);
        known.clear();
    }

    @Override
    public void destroySingletons() {
        classes.clear();
        super.destroySingletons();
        known.clear();
    }
}
