package fr.ondine.ui;

import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyValues;
import org.springframework.beans.factory.annotation.AutowiredAnnotationBeanPostProcessor;
import org.springframework.beans.factory.config.SmartInstantiationAwareBeanPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.MergedBeanDefinitionPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.CommonAnnotationBeanPostProcessor;

/**
 * Wires what Spring is asked to make of a class that is no bean, as Vaadin asks for the frames of pages: what the build wrote
 * down has its wiring in its code, so what reads annotations elsewhere is not among the beans.
 */
final class NotWrittenDown implements SmartInstantiationAwareBeanPostProcessor, MergedBeanDefinitionPostProcessor {

    private final DefaultListableBeanFactory beans;
    private final AutowiredAnnotationBeanPostProcessor wiring = new AutowiredAnnotationBeanPostProcessor();
    private final CommonAnnotationBeanPostProcessor beginning = new CommonAnnotationBeanPostProcessor();

    NotWrittenDown(DefaultListableBeanFactory beans) {
        this.beans = beans;
        wiring.setBeanFactory(beans);
        beginning.setBeanFactory(beans);
    }

    @Override
    public Constructor<?> @Nullable [] determineCandidateConstructors(Class<?> type, String name) {
        return wiring.determineCandidateConstructors(type, name);
    }

    @Override
    public void postProcessMergedBeanDefinition(RootBeanDefinition definition, Class<?> type, String name) {
        if (definition.getInstanceSupplier() == null) {
            wiring.postProcessMergedBeanDefinition(definition, type, name);
            beginning.postProcessMergedBeanDefinition(definition, type, name);
        }
    }

    @Override
    public @Nullable PropertyValues postProcessProperties(PropertyValues values, Object bean, String name) {
        if (!isWrittenDown(name)) {
            wiring.postProcessProperties(values, bean, name);
            beginning.postProcessProperties(values, bean, name);
        }
        return values;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        return isWrittenDown(name) ? bean : beginning.postProcessBeforeInitialization(bean, name);
    }

    private boolean isWrittenDown(String name) {
        return beans.containsBeanDefinition(name)
                && beans.getMergedBeanDefinition(name) instanceof RootBeanDefinition definition
                && definition.getInstanceSupplier() != null;
    }
}
