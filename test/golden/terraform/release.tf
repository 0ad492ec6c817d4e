resource "helm_release" "kafka" {
  chart = "kafka"
  values = [<<-EOF
    image:
      repository: bitnami/kafka
      tag: 3.6.1
    controller:
      replicaCount: 3
    extraConfig: |
      default.replication.factor=3
      min.insync.replicas=1
  EOF
  ]
}
