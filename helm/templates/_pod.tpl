{{/* A pod of the image. Call with (dict "root" $ "role" "web" "values" .Values.web "secrets" (list …) …). */}}
{{- define "ondine.pod" -}}
{{- $values := .root.Values -}}
{{- $serves := ne .role "migrate" -}}
{{- $hasVolume := and $serves (not $values.documents.bucket.name) -}}
metadata:
  labels:
    {{- include "ondine.labels" (list .root .role) | nindent 4 }}
  {{- with $values.pod.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  automountServiceAccountToken: false
  enableServiceLinks: false
  {{- if $serves }}
  # to leave, then to end requests or, in a worker, jobs; and a little to close what is open
  terminationGracePeriodSeconds: {{ add $values.stop.leave (ternary $values.stop.requests $values.stop.jobs (eq .role "web")) 20 }}
  {{- else }}
  restartPolicy: Never
  {{- end }}
  securityContext:
    runAsNonRoot: true
    runAsUser: {{ int64 $values.pod.user }}
    runAsGroup: {{ int64 $values.pod.user }}
    fsGroup: {{ int64 $values.pod.user }}
    # a volume with millions of files would be gone through at each start
    fsGroupChangePolicy: OnRootMismatch
    seccompProfile:
      type: RuntimeDefault
  {{- with $values.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . | quote }}
    {{- end }}
  {{- end }}
  {{- with $values.pod.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $values.pod.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- if and $serves $values.pod.spreadOver }}
  topologySpreadConstraints:
    {{- range $values.pod.spreadOver }}
    - topologyKey: {{ . | quote }}
      maxSkew: 1
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "ondine.selector" (list $.root $.role) | nindent 10 }}
      matchLabelKeys:
        - pod-template-hash
    {{- end }}
  {{- end }}
  containers:
    - name: ondine
      image: "{{ $values.image.repository }}:{{ $values.image.tag | default .root.Chart.AppVersion }}"
      imagePullPolicy: {{ $values.image.pullPolicy }}
      {{- with .arguments }}
      args:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop:
            - ALL
      env:
        - name: SPRING_APPLICATION_JSON
          value: {{ include "ondine.settings" . | toJson }}
        {{- if $serves }}
        # no setting: commands, which people read, do not want it
        - name: LOGGING_STRUCTURED_FORMAT_CONSOLE
          value: {{ ternary "" $values.logs.format (eq $values.logs.format "text") | quote }}
        {{- end }}
        {{- with .values.javaOptions }}
        - name: JDK_JAVA_OPTIONS
          value: {{ . | quote }}
        {{- end }}
      resources:
        {{- toYaml .values.resources | nindent 8 }}
      {{- if $serves }}
      ports:
        - name: http
          containerPort: 8080
        - name: management
          containerPort: 8081
      # has it begun?
      startupProbe:
        httpGet:
          path: /actuator/health/startup
          port: management
        periodSeconds: 2
        timeoutSeconds: 2
        failureThreshold: 90
      # may somebody be sent here? not without the main database
      readinessProbe:
        httpGet:
          path: /actuator/health/readiness
          port: management
        periodSeconds: 5
        timeoutSeconds: 4
        failureThreshold: 2
      # would a restart help? never because of a database or Redis that is away
      livenessProbe:
        httpGet:
          path: /actuator/health/liveness
          port: management
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 6
      lifecycle:
        preStop:
          sleep:
            seconds: {{ $values.stop.leave }}
      {{- end }}
      volumeMounts:
        - name: temporary
          mountPath: /tmp
        {{- range .secrets }}
        - name: {{ . }}
          mountPath: /run/secrets/ondine/{{ . }}
          readOnly: true
        {{- end }}
        {{- if include "ondine.hasAuthorities" .root }}
        - name: authorities
          mountPath: /etc/ondine/authorities
          readOnly: true
        {{- end }}
        {{- if $hasVolume }}
        - name: documents
          mountPath: /var/lib/ondine/documents
        {{- end }}
  volumes:
    - name: temporary
      emptyDir:
        sizeLimit: {{ $values.pod.temporary | quote }}
    {{- range .secrets }}
    - name: {{ . }}
      secret:
        secretName: {{ index $values.secrets . | quote }}
        defaultMode: 0440
    {{- end }}
    {{- if include "ondine.hasAuthorities" .root }}
    - name: authorities
      {{- with $values.authorities.configMap }}
      configMap:
        name: {{ . | quote }}
      {{- end }}
      {{- with $values.authorities.secret }}
      secret:
        secretName: {{ . | quote }}
      {{- end }}
        items:
          - key: {{ $values.authorities.key | quote }}
            path: ca.pem
        defaultMode: 0440
    {{- end }}
    {{- if $hasVolume }}
    - name: documents
      persistentVolumeClaim:
        claimName: {{ include "ondine.claim" .root | quote }}
    {{- end }}
{{- end -}}
