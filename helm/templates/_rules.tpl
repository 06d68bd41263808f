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
{{- range $kind := list "web" "worker" "migration" -}}
{{- $resources := (get $.Values $kind).resources -}}
{{- range $what, $most := $resources.limits -}}
{{- if lt (include "ondine.amount" $most | float64) (include "ondine.amount" (get $resources.requests $what) | float64) -}}
{{- fail (printf "a limit below its request: %s.resources, %s; Kubernetes takes no such pod." $kind $what) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $place, $ports := include "ondine.portsThatAreCalled" . | fromJson -}}
{{- range $ports -}}
{{- if or (lt (. | int) 1) (gt (. | int) 65535) -}}
{{- fail (printf "a port that is none: %s in %s; from 1 to 65535." . $place) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $name, $value := .Values.settings -}}
{{- if regexMatch "://[^/?#]*@|[?&](user|password)=" (toString $value) -}}
{{- fail (printf "a password among settings: %s; its place is the Secret of secrets.application." $name) -}}
{{- end -}}
{{- if and (regexMatch "^[0-9]*[1-9][0-9]*$" (toString $value)) (include "ondine.isDuration" $name) -}}
{{- fail (printf "a duration without its unit: %s; 30s, 5m or 2h." $name) -}}
{{- end -}}
{{- end -}}
{{- if eq .Values.secrets.application .Values.secrets.owner -}}
{{- fail "secrets: application and owner are one Secret; the owner of the database is not for every process." -}}
{{- end -}}
{{- end -}}

{{/* Where processes call, by the value that says it, as JSON. */}}
{{- define "ondine.portsThatAreCalled" -}}
{{- $ports := dict "postgres.url" (fromJsonArray (include "ondine.postgresPorts" .Values.postgres.url)) -}}
{{- range $name, $cluster := .Values.postgres.clusters -}}
{{- $_ := set $ports (printf "postgres.clusters.%s.url" $name) (fromJsonArray (include "ondine.postgresPorts" $cluster.url)) -}}
{{- end -}}
{{- $redis := list -}}
{{- range .Values.redis.nodes -}}
{{- $redis = append $redis (include "ondine.port" .) -}}
{{- end -}}
{{- $_ := set $ports "redis.nodes" $redis -}}
{{- with .Values.documents.bucket.endpoint -}}
{{- $_ := set $ports "documents.bucket.endpoint" (list (include "ondine.urlPort" .)) -}}
{{- end -}}
{{- with .Values.traces.endpoint -}}
{{- $_ := set $ports "traces.endpoint" (list (include "ondine.urlPort" .)) -}}
{{- end -}}
{{- toJson $ports -}}
{{- end -}}

{{/* Something for a setting whose value lasts: however its name is written. */}}
{{- define "ondine.isDuration" -}}
{{- $plain := . | lower | replace "-" "" -}}
{{- if regexMatch "^ondine\\..*(life|age|every|timeout|answer|announced|kept|\\.(quiet|settlemoves|reconcile|poll|heartbeat|patience|grace|idle|longest))$" $plain -}}
it is
{{- end -}}
{{- end -}}
