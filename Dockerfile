# The program as one static binary on an empty base: no shell, no package manager, not root.
#
#   docker build -t sangdam .
#   docker run --rm -v "$PWD:/data" --user "$(id -u)" sangdam plan event.json

FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=container
RUN CGO_ENABLED=0 go build -ldflags "-s -w -X sangdam/internal/cli.version=${VERSION}" -o /sangdam .

FROM scratch
COPY --from=build /sangdam /sangdam
WORKDIR /data
USER 65532:65532
ENTRYPOINT ["/sangdam"]
