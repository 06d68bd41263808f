{{/* What no schema can say, since it is about two values at once. */}}
{{- define "ondine.rules" -}}
{{- $hosts := .Values.hosts -}}
{{- if not (or $hosts.domain $hosts.custom) -}}
{{- fail "hosts: give a domain, or custom hosts; no portal could be reached." -}}
{{- end -}}
{{- range $at, $host := $hosts.custom -}}
{{- range (slice $hosts.custom 0 $at) -}}
{{- if eq .host $host.host -}}
{{- fail (printf "hosts.custom: %s is there twice." .host) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- with $hosts.console -}}
{{- $isBelow := and $hosts.domain (eq (regexReplaceAll "^[^.]+\\." . "") $hosts.domain) -}}
{{- $isCustom := false -}}
{{- range $hosts.custom -}}
{{- if eq .host $hosts.console -}}{{- $isCustom = true -}}{{- end -}}
{{- end -}}
{{- if not (or $isBelow $isCustom) -}}
{{- fail (printf "hosts.console: %s is neither just below hosts.domain nor among hosts.custom; nobody could reach it." .) -}}
{{- end -}}
{{- end -}}
{{- if and .Values.authorities.configMap .Values.authorities.secret -}}
{{- fail "authorities: a ConfigMap and a Secret; they are in one of them." -}}
{{- end -}}
{{- if and (eq .Values.redis.mode "sentinel") (not .Values.redis.master) -}}
{{- fail "redis.master: with sentinel, say what the Sentinels call the master." -}}
{{- end -}}
{{- if and (eq .Values.redis.mode "single") (gt (len .Values.redis.nodes) 1) -}}
{{- fail "redis.nodes: more than one; say in redis.mode whether they are Sentinels or a cluster." -}}
{{- end -}}
{{- with .Values.documents -}}
{{- if and .bucket.name (not .bucket.endpoint) -}}
{{- fail "documents.bucket: say at which endpoint it is." -}}
{{- end -}}
{{- if and .bucket.endpoint (not .bucket.name) -}}
{{- fail "documents.bucket: say what it is called; without, files would go to a volume." -}}
{{- end -}}
{{- if and .bucket.name .existingClaim -}}
{{- fail "documents: a bucket and a claim; files are in one place." -}}
{{- end -}}
{{- end -}}
{{- if gt .Values.web.autoscaling.min .Values.web.autoscaling.max -}}
{{- fail "web.autoscaling: min is above max." -}}
{{- end -}}
{{- $web := ternary .Values.web.autoscaling.min .Values.web.replicas .Values.web.autoscaling.enabled -}}
{{- if and (gt (int $web) 1) (ge (int .Values.disruption.maxUnavailable) (int $web)) -}}
{{- fail "disruption.maxUnavailable: as many as there are pods of the web; all could be away at once." -}}
{{- end -}}
{{- if and .Values.monitoring.alerts (not .Values.monitoring.enabled) -}}
{{- fail "monitoring.alerts: without monitoring.enabled nobody measures what they are about." -}}
{{- end -}}
{{- if and .Values.monitoring.enabled .Values.networkPolicy.enabled (not .Values.networkPolicy.monitoringFrom) -}}
{{- fail "networkPolicy.monitoringFrom: with monitoring.enabled, say from where metrics are read; the policy lets nobody in." -}}
{{- end -}}
{{- if eq .Values.secrets.application .Values.secrets.owner -}}
{{- fail "secrets: application and owner are one Secret; the owner of the database is not for every process." -}}
{{- end -}}
{{- end -}}
