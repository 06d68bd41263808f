{{/* The settings of a process, as JSON; secrets are files that it reads. Call with (dict "root" $ "role" "web" "secrets" (list …)). */}}
{{- define "ondine.settings" -}}
{{- $values := .root.Values -}}
{{- $all := dict -}}
{{- $imports := list -}}
{{- range .secrets -}}
{{- $imports = append $imports (printf "configtree:/run/secrets/ondine/%s/" .) -}}
{{- end -}}
{{- $_ := set $all "spring.application.name" (printf "ondine-%s" .role) -}}
{{- $_ := set $all "spring.config.import" (join "," $imports) -}}
{{- if include "ondine.hasAuthorities" .root -}}
{{- $_ := set $all "ondine.tls.authorities" "/etc/ondine/authorities/ca.pem" -}}
{{- end -}}
{{- $_ := set $all "ondine.database.url" $values.postgres.url -}}
{{- $_ := set $all "ondine.database.connections" $values.postgres.connections -}}
{{- $_ := set $all "ondine.database.migrate-on-start" false -}}
{{- range $name, $cluster := $values.postgres.clusters -}}
{{- $_ := set $all (printf "ondine.database.clusters.%s.url" $name) $cluster.url -}}
{{- with $cluster.connections -}}
{{- $_ := set $all (printf "ondine.database.clusters.%s.connections" $name) . -}}
{{- end -}}
{{- end -}}
{{- if ne .role "migrate" -}}
{{- if $values.documents.bucket.name -}}
{{- $_ := set $all "ondine.documents.bucket.name" $values.documents.bucket.name -}}
{{- $_ := set $all "ondine.documents.bucket.endpoint" $values.documents.bucket.endpoint -}}
{{- $_ := set $all "ondine.documents.bucket.region" $values.documents.bucket.region -}}
{{- $_ := set $all "ondine.documents.bucket.path-style" $values.documents.bucket.pathStyle -}}
{{- else -}}
{{- $_ := set $all "ondine.documents.directory" "/var/lib/ondine/documents" -}}
{{- end -}}
{{- $_ := set $all "ondine.jobs.enabled" (eq .role "worker") -}}
{{- $_ := set $all "ondine.jobs.threads" $values.worker.threads -}}
{{- $_ := set $all "ondine.jobs.patience" (printf "%vs" $values.stop.jobs) -}}
{{- $_ := set $all "spring.lifecycle.timeout-per-shutdown-phase" (include "ondine.phase" .) -}}
{{- $_ := set $all "server.port" 8080 -}}
{{- $_ := set $all "management.server.port" 8081 -}}
{{- $_ := set $all "management.endpoints.web.exposure.include" "health,prometheus" -}}
{{- with $values.traces.endpoint -}}
{{- $_ := set $all "management.opentelemetry.tracing.export.otlp.endpoint" . -}}
{{- $_ := set $all "management.tracing.sampling.probability" $values.traces.sampling -}}
{{- end -}}
{{- with $values.hosts.console -}}
{{- $_ := set $all "ondine.console.host" . -}}
{{- end -}}
{{- include "ondine.redisSettings" (dict "redis" $values.redis "all" $all) -}}
{{- $_ := set $all "spring.mail.host" $values.smtp.host -}}
{{- $_ := set $all "spring.mail.port" $values.smtp.port -}}
{{- if $values.smtp.startTls -}}
{{- $_ := set $all "spring.mail.properties.mail.smtp.starttls.enable" true -}}
{{- $_ := set $all "spring.mail.properties.mail.smtp.starttls.required" true -}}
{{- $_ := set $all "spring.mail.properties.mail.smtp.ssl.checkserveridentity" true -}}
{{- end -}}
{{- with $values.smtp.sender -}}
{{- $_ := set $all "ondine.mail.sender" . -}}
{{- end -}}
{{- with $values.smtp.returns -}}
{{- $_ := set $all "spring.mail.properties.mail.smtp.from" . -}}
{{- end -}}
{{- end -}}
{{- range $name, $value := $values.settings -}}
{{- if hasKey $all $name -}}
{{- fail (printf "settings: %s has a value of its own in this file; change it there." $name) -}}
{{- end -}}
{{- $_ := set $all $name $value -}}
{{- end -}}
{{- toPrettyJson $all -}}
{{- end -}}

{{/* How long one step of a process's end may take: its requests, or its jobs and a little to put down what was not done. */}}
{{- define "ondine.phase" -}}
{{- $stop := .root.Values.stop -}}
{{- printf "%vs" (ternary $stop.requests (add $stop.jobs 5) (eq .role "web")) -}}
{{- end -}}

{{- define "ondine.redisSettings" -}}
{{- $nodes := .redis.nodes -}}
{{- if eq .redis.mode "sentinel" -}}
{{- $_ := set .all "spring.data.redis.sentinel.master" .redis.master -}}
{{- $_ := set .all "spring.data.redis.sentinel.nodes" (join "," $nodes) -}}
{{- else if eq .redis.mode "cluster" -}}
{{- $_ := set .all "spring.data.redis.cluster.nodes" (join "," $nodes) -}}
{{- else -}}
{{- $_ := set .all "spring.data.redis.host" (splitList ":" (first $nodes) | first) -}}
{{- $_ := set .all "spring.data.redis.port" (include "ondine.port" (first $nodes) | int) -}}
{{- end -}}
{{- if .redis.tls -}}
{{- $_ := set .all "spring.data.redis.ssl.enabled" true -}}
{{- end -}}
{{- end -}}
