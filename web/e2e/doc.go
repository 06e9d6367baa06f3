// Package e2e tests the built site as readers and hosts use it, in real browsers. It
// contains only tests.
package e2e
