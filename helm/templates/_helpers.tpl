{{/*
What a thing is called: the release, and what it is of it. Call with (list $ "web"). A release may have dots in its name or
begin with a digit, a Service may not.
*/}}
{{- define "ondine.name" -}}
{{- $root := index . 0 -}}
{{- $release := regexReplaceAll "^([0-9])" ($root.Release.Name | replace "." "-") "r$1" | trunc 40 | trimSuffix "-" -}}
{{- printf "%s-%s" $release (index . 1) -}}
{{- end -}}

{{/* By what a Service, a policy or a budget finds its pods; it can never change. */}}
{{- define "ondine.selector" -}}
{{- $root := index . 0 -}}
app.kubernetes.io/name: ondine
app.kubernetes.io/instance: {{ $root.Release.Name | quote }}
{{- if index . 1 }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}
{{- end -}}

{{- define "ondine.labels" -}}
{{- $root := index . 0 -}}
{{ include "ondine.selector" . }}
app.kubernetes.io/version: {{ include "ondine.version" $root | quote }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" }}
{{- end -}}

{{/* A tag may be longer than a label, and begin or end with what no label does. */}}
{{- define "ondine.version" -}}
{{- regexReplaceAll "^[^A-Za-z0-9]+|[^A-Za-z0-9]+$" (.Values.image.tag | default .Chart.AppVersion | trunc 63) "" -}}
{{- end -}}

{{- define "ondine.claim" -}}
{{- .Values.documents.existingClaim | default (include "ondine.name" (list . "documents")) -}}
{{- end -}}

{{/* Something if servers may prove themselves by authorities of the operator's own. */}}
{{- define "ondine.hasAuthorities" -}}
{{- or .Values.authorities.configMap .Values.authorities.secret -}}
{{- end -}}

{{/* All hosts that come in, each with the Secret of its certificate or nothing. */}}
{{- define "ondine.hosts" -}}
{{- $all := list -}}
{{- with .Values.hosts.domain -}}
{{- $all = append $all (dict "host" (printf "*.%s" .) "tls" $.Values.hosts.domainTls) -}}
{{- end -}}
{{- range .Values.hosts.custom -}}
{{- $all = append $all (dict "host" .host "tls" (.tls | default "")) -}}
{{- end -}}
{{- toJson $all -}}
{{- end -}}

{{/* The port of host:port. */}}
{{- define "ondine.port" -}}
{{- splitList ":" . | last -}}
{{- end -}}

{{/* The port of http://host:port/…, in which the usual ones may be left out. */}}
{{- define "ondine.urlPort" -}}
{{- $url := urlParse . -}}
{{- regexFind ":[0-9]+$" $url.host | trimPrefix ":" | default (ternary "443" "80" (eq $url.scheme "https")) -}}
{{- end -}}

{{/* The ports of the hosts of a JDBC address, as a list in JSON; 5432 may be left out. */}}
{{- define "ondine.postgresPorts" -}}
{{- $ports := list -}}
{{- range trimPrefix "jdbc:postgresql://" . | regexFind "^[^/?]*" | splitList "," -}}
{{- $ports = append $ports (regexFind ":[0-9]+$" . | trimPrefix ":" | default "5432") -}}
{{- end -}}
{{- toJson $ports -}}
{{- end -}}

{{/* How much a quantity of Kubernetes is, to be compared with another. */}}
{{- define "ondine.amount" -}}
{{- $units := dict "" 1000.0 "m" 1.0 "k" 1e6 "M" 1e9 "G" 1e12 "T" 1e15 "Ki" 1024000.0 "Mi" 1048576000.0 "Gi" 1073741824000.0 "Ti" 1099511627776000.0 -}}
{{- mulf (regexFind "^[0-9.]+" . | float64) (get $units (regexFind "[A-Za-z]*$" .)) -}}
{{- end -}}
