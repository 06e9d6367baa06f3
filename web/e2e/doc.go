// Package e2e tests the built site as its readers and hosts meet it, in a real
// browser. It holds tests only.
package e2e
