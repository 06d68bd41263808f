package fr.ondine.helm;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Set;

/** Kubernetes' own models, which refuse unknown fields, wrong types, missing fields and versions that are gone. */
final class KubernetesModels {

    private static final Map<String, String> MODELS = Map.of(
            "apps/v1 Deployment", "V1Deployment",
            "autoscaling/v2 HorizontalPodAutoscaler", "V2HorizontalPodAutoscaler",
            "batch/v1 Job", "V1Job",
            "networking.k8s.io/v1 Ingress", "V1Ingress",
            "networking.k8s.io/v1 NetworkPolicy", "V1NetworkPolicy",
            "policy/v1 PodDisruptionBudget", "V1PodDisruptionBudget",
            "v1 ConfigMap", "V1ConfigMap",
            "v1 PersistentVolumeClaim", "V1PersistentVolumeClaim",
            "v1 Service", "V1Service");

    /** Of the Prometheus operator, not of Kubernetes: what we use of it. */
    private static final String SERVICE_MONITOR = "monitoring.coreos.com/v1 ServiceMonitor";

    private static final String RULE = "monitoring.coreos.com/v1 PrometheusRule";

    private KubernetesModels() {}

    static void check(Map<String, Object> manifest) {
        var kind = manifest.get("apiVersion") + " " + manifest.get("kind");
        if (SERVICE_MONITOR.equals(kind)) {
            checkMonitor(manifest);
            return;
        }
        if (RULE.equals(kind)) {
            checkRule(manifest);
            return;
        }
        var model = MODELS.get(kind);
        if (model == null) {
            throw new IllegalArgumentException("there is no " + kind);
        }
        try {
            Class.forName("io.kubernetes.client.openapi.models." + model)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, new Gson().toJsonTree(manifest));
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(
                    kind + " " + Yaml.at(manifest, "metadata.name") + ": "
                            + refused.getCause().getMessage(),
                    refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void checkMonitor(Map<String, Object> manifest) {
        only(manifest, Set.of("apiVersion", "kind", "metadata", "spec"));
        var spec = Yaml.map(Yaml.there(manifest, "spec"));
        only(spec, Set.of("selector", "targetLabels", "podTargetLabels", "endpoints"));
        Yaml.maps(spec.get("endpoints")).forEach(each -> only(each, Set.of("port", "path", "interval")));
    }

    private static void checkRule(Map<String, Object> manifest) {
        only(manifest, Set.of("apiVersion", "kind", "metadata", "spec"));
        var spec = Yaml.map(Yaml.there(manifest, "spec"));
        only(spec, Set.of("groups"));
        for (var group : Yaml.maps(spec.get("groups"))) {
            only(group, Set.of("name", "rules"));
            Yaml.maps(group.get("rules"))
                    .forEach(each -> only(each, Set.of("alert", "expr", "for", "labels", "annotations")));
        }
    }

    private static void only(Map<String, Object> node, Set<String> known) {
        if (!known.containsAll(node.keySet())) {
            throw new IllegalArgumentException("unknown among " + node.keySet());
        }
    }
}
