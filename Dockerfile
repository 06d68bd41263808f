# The image of the chart in helm/:
#   ./ondine package && docker build -t registry.exploitant.fr/ondine:0.1.0 .
FROM eclipse-temurin:25-jre-noble AS jvm

FROM jvm AS layers
WORKDIR /build
COPY tenant-ui/target/ondine.jar .
RUN java -Djarmode=tools -jar ondine.jar extract --layers --destination layers

# starts once, so that all starts after it are short; by the JVM that will start it, on the jars as they will lie there
FROM postgres:18 AS training
COPY --from=jvm /opt/java/openjdk /opt/java/openjdk
ENV PATH=/opt/java/openjdk/bin:$PATH
WORKDIR /opt/ondine
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
COPY image/ ./
USER postgres
RUN ./train /tmp/ondine.aot

FROM jvm
# braille, and a user who owns nothing but the folder of documents
RUN apt-get update \
 && apt-get install -y --no-install-recommends liblouis-bin liblouis-data \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin ondine \
 && install -d -o 10001 -g 10001 /var/lib/ondine/documents \
 && ln -s /opt/ondine/ondine /usr/local/bin/ondine
WORKDIR /opt/ondine
# what seldom changes first: a release pushes and pulls its own megabytes only, and its cache
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
COPY image/ondine ./
COPY --from=training /tmp/ondine.aot ./
USER 10001:10001
EXPOSE 8080 8081
ENTRYPOINT ["ondine"]
