# docker build -t descent . && docker run -p 7070:7070 -v descent:/data descent
# Fashion-MNIST for the lessons on networks: docker build --build-arg FASHION_MNIST=true …
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /descent
COPY pom.xml ./
RUN mvn -q -B -ntp dependency:go-offline
COPY src src
COPY content content
COPY static static
RUN mvn -q -B -ntp -DskipTests package

FROM debian:12-slim
ARG FASHION_MNIST=false
RUN apt-get update -qq \
    && apt-get install -y -qq --no-install-recommends openjdk-17-jre-headless \
    && if [ "$FASHION_MNIST" = true ]; then \
         apt-get install -y -qq --no-install-recommends dataset-fashion-mnist; \
       fi \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home descent \
    && install -d -o descent /data
COPY --from=build /descent/target/descent.jar /opt/descent.jar
USER descent
WORKDIR /home/descent
ENV DESCENT_HOST=0.0.0.0 DESCENT_PORT=7070 DESCENT_DATA=/data
VOLUME /data
EXPOSE 7070
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s CMD bash -c \
  'exec 3<>/dev/tcp/127.0.0.1/$DESCENT_PORT && printf "GET /health HTTP/1.0\r\n\r\n" >&3 && head -1 <&3 | grep -q " 200 "'
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-jar", "/opt/descent.jar"]
